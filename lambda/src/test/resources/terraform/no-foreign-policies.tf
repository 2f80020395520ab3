# 3: aws_iam_role_policy_attachment.function attaches a policy that is not looked through

resource "aws_iam_role_policy_attachment" "function" {
  role       = aws_iam_role.function.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}
