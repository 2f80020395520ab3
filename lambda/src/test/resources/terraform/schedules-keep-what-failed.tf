# 6: what the schedule cannot deliver is lost

resource "aws_scheduler_schedule" "collect" {
  name = var.name

  target {
    arn      = aws_lambda_alias.live.arn
    role_arn = aws_iam_role.schedule.arn
    input    = "{\"time\": \"<aws.scheduler.scheduled-time>\"}"
  }
}
