output "pipeline" {
  description = "The pipeline's id."
  value       = databricks_pipeline.tables.id
}
