# 3: aws_s3_bucket.lake can be reached unencrypted

resource "aws_s3_bucket" "lake" {
  bucket = var.bucket
}

resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.id
  policy = data.aws_iam_policy_document.lake.json
}

data "aws_iam_policy_document" "lake" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.lake.arn]

    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceAccount"
      values   = [var.account]
    }
  }
}
