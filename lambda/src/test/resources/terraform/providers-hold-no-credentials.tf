# 3: 'access_key' of provider.aws belongs into the surroundings

provider "aws" {
  region     = var.region
  access_key = var.key
}
