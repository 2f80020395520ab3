# 6: the schedule does not call an alias

resource "aws_scheduler_schedule" "collect" {
  name = var.name

  target {
    arn      = aws_lambda_function.collect.arn
    role_arn = aws_iam_role.schedule.arn
    input    = "{\"time\": \"<aws.scheduler.scheduled-time>\"}"

    retry_policy {
      maximum_retry_attempts = 3
    }

    dead_letter_config {
      arn = aws_sqs_queue.failed.arn
    }
  }
}
