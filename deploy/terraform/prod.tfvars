environment = "prod"
region      = "eu-central-1"
bucket      = "CHANGE-ME-streamgauge-prod"
