terraform {
  required_providers {
    databricks = {
      source = "databricks/databricks"
    }
  }
}

locals {
  name    = "streamgauge_${replace(var.environment, "-", "_")}"
  landing = "s3://${var.bucket}/${var.prefix}/landing"
  home    = "/Workspace/Shared/${local.name}"
  files   = fileset("${var.folder}/transformations", "*.sql")
}

resource "databricks_external_location" "landing" {
  name            = "${local.name}_landing"
  url             = local.landing
  credential_name = var.storage_credential
  comment         = "What Streamgauge's collector lands in ${var.environment}"
  read_only       = true
}

resource "databricks_schema" "tables" {
  catalog_name = var.catalog
  name         = local.name
  comment      = "Streamgauge's tables in ${var.environment}"
}

resource "databricks_workspace_file" "transformation" {
  for_each = local.files

  source = "${var.folder}/transformations/${each.value}"
  path   = "${local.home}/transformations/${each.value}"
}

resource "databricks_pipeline" "tables" {
  name        = local.name
  catalog     = databricks_schema.tables.catalog_name
  schema      = databricks_schema.tables.name
  serverless  = true
  continuous  = false
  development = false
  root_path   = local.home

  configuration = {
    "landing"                    = local.landing
    "cadence_seconds"            = "900"
    "simulated"                  = "false"
    "spark.sql.session.timeZone" = "UTC"
  }

  library {
    glob {
      include = "${local.home}/transformations/**"
    }
  }

  depends_on = [databricks_workspace_file.transformation, databricks_external_location.landing]
}

resource "databricks_job" "update" {
  name                = local.name
  max_concurrent_runs = 1

  task {
    task_key = "update"

    pipeline_task {
      pipeline_id = databricks_pipeline.tables.id
    }
  }

  # some minutes after each snapshot began
  schedule {
    quartz_cron_expression = "0 8/15 * * * ?"
    timezone_id            = "UTC"
    pause_status           = "UNPAUSED"
  }
}
