# 3: var.name is not used

variable "name" {
  description = "The name."
  type        = string
}

variable "names" {
  description = "Others."
  type        = list(string)
}

output "all" {
  description = "All."
  value       = var.names[0]
}
