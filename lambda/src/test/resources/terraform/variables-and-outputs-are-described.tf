# 13: output.lake lacks a description or a type
# 5: var.bucket lacks a description or a type
# 9: var.region lacks a description or a type

variable "bucket" {
  type = string
}

variable "region" {
  description = "The region."
}

output "lake" {
  value = var.bucket
}
