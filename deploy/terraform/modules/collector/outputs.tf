output "credentials_secret" {
  description = "The secret for Twitch's credentials."
  value       = aws_secretsmanager_secret.credentials.name
}

output "function" {
  description = "The ARN that the schedule calls."
  value       = aws_lambda_alias.live.arn
}
