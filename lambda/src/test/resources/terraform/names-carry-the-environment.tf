# 3: the name of aws_sqs_queue.failed is the same in every environment

resource "aws_sqs_queue" "failed" {
  name = "streamgauge-failed"
}
