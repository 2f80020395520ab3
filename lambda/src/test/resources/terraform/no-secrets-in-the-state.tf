# 3: aws_secretsmanager_secret_version.credentials puts a secret into the state

resource "aws_secretsmanager_secret_version" "credentials" {
  secret_id     = aws_secretsmanager_secret.credentials.id
  secret_string = var.credentials
}
