# 4: aws_cloudwatch_log_group.function is kept for ever
# 8: aws_lambda_function.collect writes to a log that is kept for ever

resource "aws_cloudwatch_log_group" "function" {
  name = "/aws/lambda/${var.name}"
}

resource "aws_lambda_function" "collect" {
  function_name = var.name
}
