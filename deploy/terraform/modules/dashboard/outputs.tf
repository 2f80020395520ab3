output "instance" {
  description = "The machine's id."
  value       = aws_instance.dashboard.id
}
