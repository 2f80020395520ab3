terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

locals {
  jar_key = "software/${var.environment}/streamgauge-${filesha256(var.jar)}.jar"

  # The unit that everybody has; that for transforming is the same with another command.
  serve_unit     = file("${path.module}/../../../systemd/streamgauge-serve.service")
  with_command   = replace(local.serve_unit, "streamgauge.jar serve", "streamgauge.jar transform")
  run_once       = replace(local.with_command, "Type=exec", "Type=oneshot")
  transform_unit = replace(local.run_once, "serves the dashboard and the API", "brings the tables up to date")
}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
}

data "aws_subnet" "chosen" {
  id = var.subnet_id
}

resource "aws_s3_object" "jar" {
  bucket = var.bucket
  key    = local.jar_key
  source = var.jar
}

# Nobody can open a connection to it; readers come through Systems Manager: see docs/deploy-aws.md.
resource "aws_security_group" "dashboard" {
  name        = "${var.name}-dashboard"
  description = "Streamgauge's dashboard: nothing in, HTTPS out"
  vpc_id      = data.aws_subnet.chosen.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.dashboard.id
  description       = "S3, Systems Manager and the system's packages"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "dashboard" {
  name               = "${var.name}-dashboard"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

data "aws_iam_policy_document" "dashboard" {
  statement {
    sid       = "FindFiles"
    actions   = ["s3:ListBucket"]
    resources = [var.bucket_arn]
  }

  statement {
    sid       = "TransformAndServe"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["${var.bucket_arn}/${var.prefix}/*"]
  }

  statement {
    sid       = "FetchProgram"
    actions   = ["s3:GetObject"]
    resources = ["${var.bucket_arn}/${local.jar_key}"]
  }
}

resource "aws_iam_role_policy" "dashboard" {
  name   = "dashboard"
  role   = aws_iam_role.dashboard.id
  policy = data.aws_iam_policy_document.dashboard.json
}

# What Systems Manager's agent needs, as Amazon keeps it.
resource "aws_iam_role_policy_attachment" "session" {
  role       = aws_iam_role.dashboard.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "dashboard" {
  name = "${var.name}-dashboard"
  role = aws_iam_role.dashboard.name
}

resource "aws_instance" "dashboard" {
  ami                         = data.aws_ssm_parameter.image.insecure_value
  instance_type               = var.instance_type
  subnet_id                   = var.subnet_id
  vpc_security_group_ids      = [aws_security_group.dashboard.id]
  iam_instance_profile        = aws_iam_instance_profile.dashboard.name
  user_data_replace_on_change = true

  user_data = templatefile("${path.module}/start.sh.tftpl", {
    environment    = var.environment
    region         = var.region
    lake           = "s3://${var.bucket}/${var.prefix}"
    jar            = "s3://${var.bucket}/${aws_s3_object.jar.key}"
    serve_unit     = local.serve_unit
    transform_unit = local.transform_unit
  })

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    encrypted   = true
    volume_size = var.disk_gigabytes
    volume_type = "gp3"
  }

  tags = {
    Name = "${var.name}-dashboard"
  }

  lifecycle {
    # a newer image is taken when the machine is made anew, not by itself
    ignore_changes = [ami]
  }

  depends_on = [aws_iam_role_policy.dashboard]
}
