# 4: function.LandSnapshots allows s3:Get*

data "aws_iam_policy_document" "function" {
  statement {
    sid       = "LandSnapshots"
    actions   = ["s3:Get*", "s3:PutObject"]
    resources = [var.bucket_arn]
  }
}
