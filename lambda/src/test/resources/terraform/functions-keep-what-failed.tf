# 3: what aws_lambda_function.collect fails at is lost

resource "aws_lambda_function" "collect" {
  function_name = var.name
}

resource "aws_lambda_function_event_invoke_config" "collect" {
  function_name          = aws_lambda_function.collect.function_name
  maximum_retry_attempts = 2
}
