# 6: the schedule does not tell its time as text

resource "aws_scheduler_schedule" "collect" {
  name = var.name

  target {
    arn      = aws_lambda_alias.live.arn
    role_arn = aws_iam_role.schedule.arn
    input    = jsonencode({ time = "<aws.scheduler.scheduled-time>" })

    retry_policy {
      maximum_retry_attempts = 3
    }

    dead_letter_config {
      arn = aws_sqs_queue.failed.arn
    }
  }
}
