package aws

import "strings"

// Limits of a function. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const (
	MinMemory      = 128   // MB
	MaxMemory      = 10240 // MB; the API takes more for functions on instances of their own, which a Spec does not describe
	DefaultMemory  = 128
	MinTimeout     = 1   // seconds
	MaxTimeout     = 900 // seconds
	DefaultTimeout = 3
)

// Architectures that functions run on, the default first.
// https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html
func Architectures() []string { return []string{"x86_64", "arm64"} }

// CheckFunctionName returns why name is no function name, "" where it is one.
// https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
func CheckFunctionName(name string) string {
	if matches(`[A-Za-z0-9_-]{1,64}`, name) {
		return ""
	}
	return "want 1 to 64 letters, digits, - and _"
}

// ReservedEnvironment are the variables that the Lambda runtime sets; a function cannot.
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
var reservedEnvironment = []string{
	"_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
	"AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
	"AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
}

// CheckVariable returns why name is no environment variable that a function can have, "" where it is one.
func CheckVariable(name string) string {
	for _, reserved := range reservedEnvironment {
		if strings.EqualFold(name, reserved) {
			return "want a name that the Lambda runtime does not set itself"
		}
	}
	if matches(`[A-Za-z][A-Za-z0-9_]+`, name) {
		return ""
	}
	return "want two or more letters, digits and _, a letter first"
}
