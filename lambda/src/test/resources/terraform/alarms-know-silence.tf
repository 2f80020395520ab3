# 3: aws_cloudwatch_metric_alarm.missed does not say what it means, whom it tells, or what no data means

resource "aws_cloudwatch_metric_alarm" "missed" {
  alarm_name        = var.name
  alarm_description = "No snapshot has landed."
  alarm_actions     = var.alarm_actions
}
