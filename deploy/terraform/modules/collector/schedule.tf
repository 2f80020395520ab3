resource "aws_scheduler_schedule_group" "collect" {
  name = var.name
}

resource "aws_scheduler_schedule" "collect" {
  name                         = "${var.name}-collect"
  group_name                   = aws_scheduler_schedule_group.collect.name
  description                  = "A snapshot for every quarter of an hour."
  schedule_expression          = "cron(0/15 * * * ? *)"
  schedule_expression_timezone = "UTC"
  state                        = var.collecting ? "ENABLED" : "DISABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_alias.live.arn
    role_arn = aws_iam_role.schedule.arn

    # As text: jsonencode would write the angle brackets in a way that the scheduler does not know.
    input = "{\"time\": \"<aws.scheduler.scheduled-time>\"}"

    retry_policy {
      maximum_event_age_in_seconds = 600
      maximum_retry_attempts       = 3
    }

    dead_letter_config {
      arn = aws_sqs_queue.failed.arn
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "missed" {
  alarm_name          = "${var.name}-missed-slots"
  alarm_description   = "No complete snapshot has landed for three quarters of an hour."
  namespace           = "Streamgauge"
  metric_name         = "CompleteSnapshots"
  dimensions          = { Environment = var.environment }
  statistic           = "Sum"
  period              = 900
  evaluation_periods  = 3
  threshold           = 1
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  actions_enabled     = var.collecting
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "failed" {
  alarm_name          = "${var.name}-failed-slots"
  alarm_description   = "A slot has failed for good; its event lies in the queue of failed slots."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.failed.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  actions_enabled     = var.collecting
  alarm_actions       = var.alarm_actions
  ok_actions          = var.alarm_actions
}
