# 10: aws_lambda_function.collect holds what looks like a secret
# 18: 'client_secret' is a secret
# 5: var.twitch_client_secret asks for a secret, which would lie in the state

variable "twitch_client_secret" {
  description = "The application's secret."
  type        = string
}

resource "aws_lambda_function" "collect" {
  environment {
    variables = {
      TWITCH_TOKEN = "abcdefghijklmnopqrstuvwxyz0123"
    }
  }
}

provider "databricks" {
  client_secret = var.other
}
