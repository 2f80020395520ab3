output "lake" {
  description = "The lake's address, for STREAMGAUGE_LAKE."
  value       = "s3://${module.lake.bucket}/${local.prefix}"
}

output "credentials_secret" {
  description = "The secret into which Twitch's credentials must be put, once."
  value       = module.collector.credentials_secret
}

output "function" {
  description = "What the schedule calls, to be called by hand."
  value       = module.collector.function
}

output "dashboard_instance" {
  description = "The dashboard's machine, for `aws ssm start-session`; null where there is none."
  value       = one(module.dashboard[*].instance)
}

output "pipeline" {
  description = "The Databricks pipeline's id; null where there is none."
  value       = one(module.databricks[*].pipeline)
}
