# 3: aws_instance.dashboard gives its role to whoever can make it ask

resource "aws_instance" "dashboard" {
  instance_type = "t4g.medium"

  metadata_options {
    http_tokens = "optional"
  }
}
