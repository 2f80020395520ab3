variable "name" {
  description = "What everything is called, with the environment in it."
  type        = string
}

variable "environment" {
  description = "The environment, as STREAMGAUGE_ENV has it."
  type        = string
}

variable "region" {
  description = "The bucket's region."
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

variable "subnet_id" {
  description = "The machine's subnet, from which S3 and Systems Manager can be reached."
  type        = string
}

variable "jar" {
  description = "The program on this machine, as the build leaves it: app/target/streamgauge.jar."
  type        = string
}

variable "instance_type" {
  description = "The machine, one with an Arm processor and at least 4 GB."
  type        = string
  default     = "t4g.medium"
}

variable "disk_gigabytes" {
  description = "The machine's disk, for the cache of what is read from the lake and for work in progress."
  type        = number
  default     = 30
}
