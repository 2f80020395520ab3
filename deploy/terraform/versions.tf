terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    databricks = {
      source  = "databricks/databricks"
      version = "~> 1.99"
    }
  }

  # bucket, key and region are given to `terraform init`, a key for each environment: see docs/deploy-aws.md
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Application = "streamgauge"
      Environment = var.environment
    }
  }
}

# Finds its credentials as its own documentation says; asked only where there is a pipeline.
provider "databricks" {
  host = var.databricks_host
}
