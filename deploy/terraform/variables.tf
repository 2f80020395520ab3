variable "environment" {
  description = "The environment's name, as STREAMGAUGE_ENV has it: part of every name, so that several live in one account."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,31}$", var.environment))
    error_message = "A name of small letters, digits and hyphens, such as prod."
  }
}

variable "region" {
  description = "The region of everything."
  type        = string
}

variable "bucket" {
  description = "The bucket's name, which nobody else in the world may have."
  type        = string
}

variable "package" {
  description = "The function's package, as the build leaves it."
  type        = string
  default     = "../../lambda/target/streamgauge-lambda-x86_64.jar"
}

variable "architecture" {
  description = "The processor that the package is for: x86_64 or arm64."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "Either x86_64 or arm64."
  }
}

variable "memory_megabytes" {
  description = "The function's memory. Its share of a processor grows with it."
  type        = number
  default     = 512
}

variable "collecting" {
  description = "Whether the schedule runs."
  type        = bool
  default     = true
}

variable "log_days" {
  description = "How long the function's log is kept."
  type        = number
  default     = 30
}

variable "old_version_days" {
  description = "How long the bucket keeps what was deleted or replaced, by retention and by forgetting a channel too."
  type        = number
  default     = 7
}

variable "landing_days" {
  description = "After how many days the bucket itself deletes landing; null where `transform` runs, which does that by its own rules."
  type        = number
  default     = null
}

variable "alarm_actions" {
  description = "ARNs that are told of alarms, such as that of an SNS topic."
  type        = list(string)
  default     = []
}

variable "dashboard" {
  description = "A machine that transforms and serves: its subnet, and the program's jar. Null for none."
  type = object({
    subnet_id = string
    jar       = string
  })
  default = null
}

variable "databricks" {
  description = "A pipeline in a Databricks workspace: catalog, storage credential, and the folder that `streamgauge databricks` wrote. Null for none."
  type = object({
    catalog            = string
    storage_credential = string
    folder             = string
  })
  default = null
}

variable "databricks_host" {
  description = "The workspace's address, where there is a pipeline."
  type        = string
  default     = null
}
