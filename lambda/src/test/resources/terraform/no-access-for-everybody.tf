# 4: bucket.Readers lets everybody in

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = "Readers"
    actions   = ["s3:GetObject"]
    resources = [var.bucket_arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
