# 15: aws_vpc_security_group_ingress_rule.dashboard lets connections in
# 4: aws_security_group.dashboard lets connections in

resource "aws_security_group" "dashboard" {
  name = var.name

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "dashboard" {
  security_group_id = aws_security_group.dashboard.id
  ip_protocol       = "tcp"
  from_port         = 8787
  to_port           = 8787
  cidr_ipv4         = "0.0.0.0/0"
}
