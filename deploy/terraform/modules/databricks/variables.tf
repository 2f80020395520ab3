variable "environment" {
  description = "The environment whose landing area is read: it names schema, pipeline and job."
  type        = string
}

variable "bucket" {
  description = "The lake's bucket."
  type        = string
}

variable "prefix" {
  description = "Where in the bucket the lake lies."
  type        = string
}

variable "catalog" {
  description = "The catalog of Unity Catalog that gets the schema."
  type        = string
}

variable "storage_credential" {
  description = "The storage credential of Unity Catalog that may read the bucket."
  type        = string
}

variable "folder" {
  description = "The folder that `streamgauge databricks --out` wrote."
  type        = string
}
