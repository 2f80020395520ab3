variable "name" {
  description = "What everything is called, with the environment in it."
  type        = string
}

variable "environment" {
  description = "The environment, as STREAMGAUGE_ENV has it."
  type        = string
}

variable "bucket" {
  description = "The lake's bucket."
  type        = string
}

variable "bucket_arn" {
  description = "The bucket's ARN."
  type        = string
}

variable "prefix" {
  description = "Where in the bucket the lake lies."
  type        = string
}

variable "package" {
  description = "The function's package on this machine."
  type        = string
}

variable "architecture" {
  description = "The processor that the package is for."
  type        = string
}

variable "memory_megabytes" {
  description = "The function's memory."
  type        = number
}

variable "collecting" {
  description = "Whether the schedule runs."
  type        = bool
}

variable "log_days" {
  description = "How long the log is kept."
  type        = number
}

variable "alarm_actions" {
  description = "ARNs that are told of alarms."
  type        = list(string)
}
