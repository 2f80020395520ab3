terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

data "aws_caller_identity" "current" {}

# Secrets are put in by hand, so that no state holds them: see docs/deploy-aws.md.
resource "aws_secretsmanager_secret" "credentials" {
  name                    = "streamgauge/${var.environment}/twitch-credentials"
  description             = "The Twitch application's id and secret."
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret" "token" {
  name                    = "streamgauge/${var.environment}/twitch-token"
  description             = "The app token that the function got last, so that a cold start does not cost a new one."
  recovery_window_in_days = 7
}

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/${var.name}-collect"
  retention_in_days = var.log_days
}

# Slots that failed for good, each as the event that asked for it.
resource "aws_sqs_queue" "failed" {
  name                      = "${var.name}-failed-slots"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 1209600
}

resource "aws_lambda_function" "collect" {
  function_name    = "${var.name}-collect"
  description      = "Takes a snapshot of every live stream on Twitch."
  role             = aws_iam_role.function.arn
  runtime          = "java21"
  handler          = "io.streamgauge.lambda.CollectHandler::handleRequest"
  filename         = var.package
  source_code_hash = filebase64sha256(var.package)
  architectures    = [var.architecture]
  memory_size      = var.memory_megabytes
  timeout          = 720
  publish          = true

  snap_start {
    apply_on = "PublishedVersions"
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.function.name
  }

  environment {
    variables = {
      STREAMGAUGE_ENV           = var.environment
      STREAMGAUGE_LAKE          = "s3://${var.bucket}/${var.prefix}"
      STREAMGAUGE_TWITCH_SECRET = aws_secretsmanager_secret.credentials.arn
      STREAMGAUGE_TOKEN_SECRET  = aws_secretsmanager_secret.token.arn
    }
  }

  depends_on = [aws_iam_role_policy.function]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "The version that the schedule calls."
  function_name    = aws_lambda_function.collect.function_name
  function_version = aws_lambda_function.collect.version
}

# Tried again while the slot lasts; the function refuses what comes later.
resource "aws_lambda_function_event_invoke_config" "collect" {
  function_name                = aws_lambda_function.collect.function_name
  qualifier                    = aws_lambda_alias.live.name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = 600

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failed.arn
    }
  }
}
