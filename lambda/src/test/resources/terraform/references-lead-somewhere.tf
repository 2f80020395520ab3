# 11: there is no aws_kms_key.queue.id
# 11: there is no var.nane
# 16: there is no local.prefix
# 16: there is no module.lake.bucket

variable "name" {
  description = "The name."
  type        = string
}

resource "aws_sqs_queue" "failed" {
  name              = var.nane
  kms_master_key_id = aws_kms_key.queue.id
}

output "queue" {
  description = "The queue."
  value       = "${local.prefix}/${aws_sqs_queue.failed.arn}/${module.lake.bucket}"
}
