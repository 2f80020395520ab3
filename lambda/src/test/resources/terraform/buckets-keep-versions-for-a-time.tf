# 4: aws_s3_bucket.lake keeps no versions
# 4: aws_s3_bucket.lake keeps old versions for ever

resource "aws_s3_bucket" "lake" {
  bucket = var.bucket
}

resource "aws_s3_bucket_versioning" "lake" {
  bucket = aws_s3_bucket.lake.id

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id

  rule {
    id     = "landing"
    status = "Enabled"

    expiration {
      days = 1
    }
  }
}
