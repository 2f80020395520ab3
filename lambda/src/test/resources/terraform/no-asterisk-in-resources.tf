# 13: dashboard.TransformAndServe gives access to ${var.bucket_arn}/*
# 5: function.ReadSecrets gives access to *

data "aws_iam_policy_document" "function" {
  statement {
    sid       = "ReadSecrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "dashboard" {
  statement {
    sid       = "TransformAndServe"
    actions   = ["s3:GetObject"]
    resources = ["${var.bucket_arn}/*"]
  }
}
