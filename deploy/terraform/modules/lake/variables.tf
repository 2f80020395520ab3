variable "bucket" {
  description = "The bucket's name."
  type        = string
}

variable "environment" {
  description = "The environment whose lake it is."
  type        = string
}

variable "prefix" {
  description = "Where in the bucket the lake lies."
  type        = string
}

variable "old_version_days" {
  description = "How long what was deleted or replaced is kept."
  type        = number
}

variable "landing_days" {
  description = "After how many days landing is deleted, or null."
  type        = number
}
