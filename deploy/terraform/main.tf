locals {
  name   = "streamgauge-${var.environment}"
  prefix = "lake"
}

module "lake" {
  source = "./modules/lake"

  bucket           = var.bucket
  environment      = var.environment
  prefix           = local.prefix
  old_version_days = var.old_version_days
  landing_days     = var.landing_days
}

module "collector" {
  source = "./modules/collector"

  name             = local.name
  environment      = var.environment
  bucket           = module.lake.bucket
  bucket_arn       = module.lake.bucket_arn
  prefix           = local.prefix
  package          = var.package
  architecture     = var.architecture
  memory_megabytes = var.memory_megabytes
  collecting       = var.collecting
  log_days         = var.log_days
  alarm_actions    = var.alarm_actions
}

module "dashboard" {
  source = "./modules/dashboard"
  count  = var.dashboard == null ? 0 : 1

  name        = local.name
  environment = var.environment
  region      = var.region
  bucket      = module.lake.bucket
  bucket_arn  = module.lake.bucket_arn
  prefix      = local.prefix
  subnet_id   = var.dashboard.subnet_id
  jar         = var.dashboard.jar
}

module "databricks" {
  source = "./modules/databricks"
  count  = var.databricks == null ? 0 : 1

  environment        = var.environment
  bucket             = module.lake.bucket
  prefix             = local.prefix
  catalog            = var.databricks.catalog
  storage_credential = var.databricks.storage_credential
  folder             = var.databricks.folder
}
