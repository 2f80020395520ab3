# 3: aws_lambda_function.collect publishes no version with a snapshot

resource "aws_lambda_function" "collect" {
  function_name = var.name

  snap_start {
    apply_on = "PublishedVersions"
  }
}
