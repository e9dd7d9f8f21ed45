package generator

import "testing"

func TestWords(t *testing.T) {
	for name, want := range map[string][3]string{
		"user-id":         {"user_id", "UserId", "UserId"},
		"userId":          {"user_id", "UserId", "UserId"},
		"HTTPServer":      {"http_server", "HTTPServer", "HTTPServer"},
		"S3Key":           {"s3_key", "S3Key", "S3Key"},
		"key1":            {"key1", "Key1", "Key1"},
		"__proto__":       {"proto", "Proto", "Proto"},
		"apigateway-rest": {"apigateway_rest", "ApigatewayRest", "ApigatewayRest"},
		"日本":              {"日本", "日本", "日本"},
		"a.b\"c'd`e${f}":  {"a_b_c_d_e_f", "ABCDEF", "ABCDEF"},
		"s3-2":            {"s3_2", "S32", "S3No2"},
		"s32":             {"s32", "S32", "S32"},
		"--":              {"", "", ""},
	} {
		if got := [3]string{snakeCase(name), pascalCase(name), testCase(name)}; got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
