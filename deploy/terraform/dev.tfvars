environment  = "dev"
region       = "eu-central-1"
bucket       = "CHANGE-ME-streamgauge-dev"
landing_days = 2
log_days     = 7
