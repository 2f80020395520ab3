# 9: module.itself knows no 'neded'
# 9: module.itself needs 'needed'

variable "needed" {
  description = "What the module needs."
  type        = string
}

module "itself" {
  source = "./"

  neded = "a"
}
