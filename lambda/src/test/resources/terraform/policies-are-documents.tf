# 10: 'assume_role_policy' of aws_iam_role.function is no policy document
# 4: 'policy' of aws_iam_role_policy.function is no policy document

resource "aws_iam_role_policy" "function" {
  name   = "collect"
  role   = aws_iam_role.function.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_role" "function" {
  name               = var.name
  assume_role_policy = file("trust.json")
}
