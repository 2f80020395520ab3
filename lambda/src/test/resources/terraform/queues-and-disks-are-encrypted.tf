# 17: aws_ebs_volume.cache is not encrypted
# 5: aws_sqs_queue.failed is not encrypted
# 9: a disk of aws_instance.dashboard is not encrypted

resource "aws_sqs_queue" "failed" {
  name = var.name
}

resource "aws_instance" "dashboard" {
  instance_type = "t4g.medium"

  root_block_device {
    volume_size = 30
  }
}

resource "aws_ebs_volume" "cache" {
  size      = 30
  encrypted = false
}
