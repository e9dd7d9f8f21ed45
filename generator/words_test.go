package generator

import "testing"

func TestWords(t *testing.T) {
	for name, want := range map[string][2]string{
		"user-id":         {"user_id", "UserId"},
		"userId":          {"user_id", "UserId"},
		"HTTPServer":      {"http_server", "HTTPServer"},
		"S3Key":           {"s3_key", "S3Key"},
		"key1":            {"key1", "Key1"},
		"__proto__":       {"proto", "Proto"},
		"apigateway-rest": {"apigateway_rest", "ApigatewayRest"},
		"日本":              {"日本", "日本"},
		"a.b\"c'd`e${f}":  {"a_b_c_d_e_f", "ABCDEF"},
		"s3-2":            {"s3_2", "S3No2"},
		"s32":             {"s32", "S32"},
		"--":              {"", ""},
	} {
		if got := [2]string{snakeCase(name), pascalCase(name)}; got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
