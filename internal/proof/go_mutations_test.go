package proof

const (
	goAdapter = "event.gen.go"
	goHandler = "main.go"
)

// goMutations are the ways to break each base in Go.
var goMutations = map[string][]mutation{
	"mixed": {
		{"every event is direct", goAdapter, `	if event.has("requestContext", "resourcePath") && `, `	if len(event) > 0 { return "direct", nil }; if event.has("requestContext", "resourcePath") && `},
		{"an API is not told apart", goAdapter, `"apiId") == "b2c3d4e5f6"`, `"apiId") == "a1b2c3d4e5"`},
		{"a path is not told apart", goAdapter, `== "/shop"`, `== "/orders"`},
		{"a method is not told apart", goAdapter, `"httpMethod") == "POST"`, `"httpMethod") == "GET"`},
		{"a prefix is not told apart", goAdapter, `, "out/")`, `, "")`},
		{"two triggers are swapped", goAdapter, `return "in", nil`, `return "out", nil`},
		{"the event does not say its trigger", goAdapter, "Trigger: trigger, ", "Trigger: trigger[:0], "},
		{"an event of no trigger is taken", goAdapter, `return "", errors.New("none of this function's triggers sends such an event")`, `return "direct", nil`},
		{"the event is not handed over", goAdapter, ", Event: payload", ""},
		{"the record is not handed over", goAdapter, "source.Record = raw", ""},
		{"a fact is of another place", goAdapter, `record.text("s3", "bucket", "name")`, `record.text("s3", "object", "key")`},
		{"the method is lost", goAdapter, `source.Method = event.text("httpMethod")`, ""},
		{"the path is the resource", goAdapter, `event.text("path")`, `event.text("resource")`},
		{"the size is lost", goAdapter, `valueOf[int64](record.at("s3", "object", "size"))`, "0"},
		{"a number is lost", goAdapter, "json.Unmarshal(raw, &value); err != nil {\n		return *new(T)", "json.Unmarshal(raw, &value); err == nil {\n		return *new(T)"},
		{"an object key is not decoded", goAdapter, `source.ObjectKey = decodeURL(record.text("s3", "object", "key"))`, `source.ObjectKey = record.text("s3", "object", "key")`},
		{"+ is not decoded", goAdapter, "url.QueryUnescape", "url.PathUnescape"},
		{"only the first record", goAdapter, `range listOf(event.at("Records"))`, `range listOf(event.at("Records"))[:1]`},
		{"only the last record", goAdapter, `range listOf(event.at("Records"))`, `range listOf(event.at("Records"))[1:]`},
		{"a record's error is swallowed", goAdapter, "				if _, err := run(ctx, keys, source); err != nil {\n					return nil, err\n				}", "				_, _ = run(ctx, keys, source)"},
		{"a batch has an answer", goAdapter, "			}\n			return nil, nil", `			}
			return "done", nil`},
		{"names match without case", goAdapter, "func (o object) at(name string, path ...string) json.RawMessage {", "func (o object) at(name string, path ...string) json.RawMessage {\n	name = strings.ToLower(name)"},

		{"null takes the default", goAdapter, "	if raw == nil {\n		return fallback", `	if raw == nil || string(raw) == "null" {
		return fallback`},
		{"false values take the default", goAdapter, "	if raw == nil {\n		return fallback", `	if raw == nil || string(raw) == "0" || string(raw) == "false" || string(raw) == "\"\"" {
		return fallback`},
		{"the default is another", goAdapter, `"Default Key 1"`, `"default key 1"`},
		{"a number's default is another", goAdapter, "asInteger, 10)", "asInteger, 11)"},
		{"an object's default is empty", goAdapter, `map[string]any{"a": 1.0}`, "map[string]any{}"},
		{"an object's default is an integer", goAdapter, `map[string]any{"a": 1.0}`, `map[string]any{"a": 1}`},
		{"a nullable default is null", goAdapter, "orNull(asInteger), new(3)", "orNull(asInteger), nil"},
		{"a key is read by another name", goAdapter, `"key1", asString`, `"key2", asString`},
		{"a key is read by its field", goAdapter, `"user-id", asString`, `"UserID", asString`},
		{"two keys are swapped", goAdapter, `ToString: optional(&r, "toString", asString, "t")`, `ToString: optional(&r, "user-id", asString, "t")`},
		{"the last place wins", goAdapter, "for _, place := range r.places {\n		if raw, ok", "for i := range r.places {\n		place := r.places[len(r.places)-1-i]\n		if raw, ok"},
		{"query before path", goAdapter, `				fromEscaped(event.at("pathParameters")),
				fromTexts(event.at("queryStringParameters")),`, `				fromTexts(event.at("queryStringParameters")),
				fromEscaped(event.at("pathParameters")),`},
		{"body before query", goAdapter, `				fromTexts(event.at("queryStringParameters")),
				fromBody(event),`, `				fromBody(event),
				fromTexts(event.at("queryStringParameters")),`},
		{"the path is not read", goAdapter, `				fromEscaped(event.at("pathParameters")),` + "\n", ""},
		{"the query is not read", goAdapter, `				fromTexts(event.at("queryStringParameters")),` + "\n", ""},
		{"the body is not read", goAdapter, "				fromBody(event),\n", ""},
		{"the query's texts stay texts", goAdapter, "return place{values: objectOf(raw), texts: true}", "return place{values: objectOf(raw)}"},
		{"the path's texts stay texts", goAdapter, "return place{values: values, texts: true}", "return place{values: values}"},
		{"the body's texts are converted", goAdapter, "	return place{values: values}\n", "	return place{values: values, texts: true}\n"},
		{"the path is not decoded", goAdapter, `fromEscaped(event.at("pathParameters"))`, `fromTexts(event.at("pathParameters"))`},
		{"the path is decoded as a query", goAdapter, "url.PathUnescape", "url.QueryUnescape"},
		{"the query is decoded twice", goAdapter, `fromTexts(event.at("queryStringParameters"))`, `fromEscaped(event.at("queryStringParameters"))`},
		{"a path that cannot be decoded is our mistake", goAdapter, `InputError("paths and queries must be percent-encoded UTF-8")`, `errors.New("paths and queries must be percent-encoded UTF-8")`},
		{"mistakes of places are ignored", goAdapter, "r.err = place.err", "_ = place.err"},
		{"null is a zero", goAdapter, `		if string(raw) == "null" {
			return nil, nil`, `		if string(raw) == "null" {
			return new(T), nil`},
		{"nullable is ignored", goAdapter, `		if string(raw) == "null" {
			return nil, nil`, `		if string(raw) == "nil" {
			return nil, nil`},

		{"anything is a string", goAdapter, `	if !ok {
		return "", errors.New("must be a string")
	}`, "	_ = ok"},
		{"a string is made", goAdapter, "	return text, nil\n}\n\nfunc asInteger", "	return strings.TrimSpace(text), nil\n}\n\nfunc asInteger"},
		{"a fraction is an integer", goAdapter, "math.Trunc(number) == number && ", ""},
		{"an integer that is not exact", goAdapter, "math.Abs(number) < 1<<53", "math.Abs(number) < 1<<54"},
		{"an exact integer is refused", goAdapter, "math.Abs(number) < 1<<53", "math.Abs(number) < 1<<53-1"},
		{"a text with an exponent is an integer", goAdapter, `!(texts && raw[0] == '"' && bytes.ContainsAny(raw, ".eE"))`, "true"},
		{"an exponent is no integer", goAdapter, `!(texts && raw[0] == '"' && bytes.ContainsAny(raw, ".eE"))`, `!bytes.ContainsAny(raw, ".eE")`},
		{"every float is a number", goAdapter, " || !numeral.MatchString(text)", ""},
		{"a number without bounds", goAdapter, "err != nil || !numeral", "err != nil && false || !numeral"},
		{"numbers have no exponent", goAdapter, `([eE][+-]?\d+)?$`, `$`},
		{"numbers have no fraction", goAdapter, `(\.\d+)?(`, `(`},
		{"numbers have no sign", goAdapter, "`^-?", "`^"},
		{"a number may be a text anywhere", goAdapter, `	if unquoted, ok := textOf(raw); ok && texts {
		text = unquoted
	}
	number`, `	if unquoted, ok := textOf(raw); ok {
		text = unquoted
	}
	number`},
		{"numbers in texts are not converted", goAdapter, "		text = unquoted\n	}\n	number", "		_ = unquoted\n	}\n	number"},
		{"anything is a boolean", goAdapter, `	if text != "true" && text != "false" {`, `	if false {`},
		{"true is false", goAdapter, `return text == "true", nil`, `return text == "false", nil`},
		{"booleans in texts are not converted", goAdapter, "		text = unquoted\n	}\n	if text", "		_ = unquoted\n	}\n	if text"},
		{"a boolean may be a text anywhere", goAdapter, "ok && texts {\n		text = unquoted\n	}\n	if text", "ok {\n		text = unquoted\n	}\n	if text"},
		{"anything is an object", goAdapter, `		err = errors.New("must be an object")`, "		err = nil"},
		{"anything is an array", goAdapter, `		err = errors.New("must be an array")`, "		err = nil"},
		{"objects in texts are not converted", goAdapter, "		raw = json.RawMessage(text)", "		_ = text"},
		{"objects are texts anywhere", goAdapter, "if text, ok := textOf(raw); ok && texts {\n		raw", "if text, ok := textOf(raw); ok {\n		raw"},
		{"an event may be no object", goAdapter, `if values == nil && raw != nil && string(raw) != "null" {`, "if false {"},
		{"an event may not be null", goAdapter, ` && string(raw) != "null" {
		return place`, ` {
		return place`},
		{"broken JSON is our mistake", goAdapter, `InputError(what + " must be JSON")`, `errors.New(what + " must be JSON")`},
		{"broken JSON has no keys", goAdapter, `return place{err: InputError(what + " must be JSON")}`, `return place{}`},
		{"a mistake does not name its key", goAdapter, `"key " + string(quoted)`, `"a key" + string(quoted[:0])`},
		{"the last mistake is told", goAdapter, "	if r.err == nil {\n		quoted", "	if true {\n		quoted"},

		{"base64 is ignored", goAdapter, "text = decodeBase64(text)", "text += \"\""},
		{"every body is base64", goAdapter, `if string(event.at("isBase64Encoded")) == "true" {`, "if true {"},
		{"an empty body is refused", goAdapter, "	if text == \"\" {\n		return place{}\n	}\n	if string(", "	if string("},
		{"wrong base64 is empty", goAdapter, "return \"\\ufffd\"", `return "{}"`},
		{"400 is 500", goAdapter, "http.StatusBadRequest", "http.StatusInternalServerError"},
		{"an error is 400", goAdapter, "	if err != nil {\n		return nil, err\n	}\n	if response", "	if err != nil {\n		return Response{Status: 400}, nil\n	}\n	if response"},
		{"the client's mistake is an error", goAdapter, "if errors.As(err, &mistake) {", "if false {"},
		{"the error's text is lost", goAdapter, "mistake.Error()}}", "``}}"},
		{"a response is wrapped again", goAdapter, "if response, ok := result.(Response); ok {", "if response, ok := result.(Response); ok && false {"},
		{"nothing is null", goAdapter, "Status: http.StatusNoContent", "Body: json.RawMessage(`null`)"},
		{"200 is 201", goAdapter, "cmp.Or(r.Status, http.StatusOK)", "cmp.Or(r.Status, http.StatusCreated)"},
		{"the status is ignored", goAdapter, "cmp.Or(r.Status, http.StatusOK)", "cmp.Or(http.StatusOK, r.Status)"},
		{"a text is JSON", goAdapter, "out.Body, out.Headers[\"content-type\"] = &body,", "body = strconv.Quote(body)\n		out.Body, out.Headers[\"content-type\"] = &body,"},
		{"types of content are swapped", goAdapter, `"text/plain; charset=utf-8"`, `"application/json"`},
		{"the own type of content only in lower case", goAdapter, `strings.EqualFold(name, "content-type")`, `name == "content-type"`},
		{"headers are lost", goAdapter, "		out.Headers[name] = value\n", "		_ = value\n"},
		{"a body that JSON cannot say is empty", goAdapter, "		if err != nil {\n			return nil, err\n		}\n		text", "		_ = err\n		text"},
		{"values are written for HTML", goAdapter, "	encoder.SetEscapeHTML(false)\n", ""},

		{"errors are swallowed", goAdapter, "			return run(ctx, keys, source)\n", "			reply, _ := run(ctx, keys, source)\n			return reply, nil\n"},
		{"the context is lost", goAdapter, "			return run(ctx, keys, source)\n", "			return run(context.Background(), keys, source)\n"},
		{"the source is lost", goAdapter, "			return run(ctx, keys, source)\n", "			return run(ctx, keys, Source{})\n"},
		{"the answer is lost", goAdapter, "			return run(ctx, keys, source)\n", "			_, err = run(ctx, keys, source)\n			return nil, err\n"},

		{"the handler greets otherwise", goHandler, "Hello from Lambda", "Hello"},
		{"the handler leaves out a key", goHandler, " %d", "%.0d"},
		{"the handler swaps keys", goHandler, "		keys.ToString,\n		keys.UserID,\n", "		keys.UserID,\n		keys.ToString,\n"},
		{"the handler writes an object as Go", goHandler, "asText(keys.Filter)", "fmt.Sprint(keys.Filter)"},
		{"the handler logs another thing", goHandler, "source.ObjectKey", "source.Bucket"},
		{"the handler logs no trigger", goHandler, `		"trigger", source.Trigger,` + "\n", ""},
		{"the handler logs elsewhere", goHandler, "slog.InfoContext", "slog.DebugContext"},
		{"the handler fails", goHandler, "	), nil\n", "	), context.Canceled\n"},
	},
	"strict": {
		{"no key is required", goAdapter, `		r.fail(name, "is required")` + "\n", ""},
		{"a missing key is our mistake", goAdapter, `r.err = InputError("key "`, `r.err = errors.New("key "`},
		{"a missing key is not named", goAdapter, `"key " + string(quoted)`, `"a key" + string(quoted[:0])`},
		{"a required key has a default", goAdapter, `required(&r, "count", asInteger)`, `required(&reader{places: append(places, place{values: object{"count": json.RawMessage("0")}})}, "count", asInteger)`},
	},
	"keyless": {
		{"every event is direct", goAdapter, `	if event.has("requestContext", "resourcePath") && `, `	if len(event) > 0 { return "direct", nil }; if event.has("requestContext", "resourcePath") && `},
		{"requests are not known", goAdapter, `event.has("requestContext", "resourcePath")`, `event.has("requestContext", "path0")`},
		{"records are not known", goAdapter, `== "aws:s3"`, `== "aws:sqs"`},
		{"a suffix is not told apart", goAdapter, `, ".csv")`, `, ".jpg")`},
		{"only the first record", goAdapter, `range listOf(event.at("Records"))`, `range listOf(event.at("Records"))[:1]`},
		{"the answer is no response", goAdapter, "return replyHTTP(run(ctx, Keys{}, source))", "return run(ctx, Keys{}, source)"},
		{"the handler logs another thing", goHandler, "source.Bucket", "source.EventName"},
		{"the handler greets otherwise", goHandler, "Hello from Lambda", "Hello"},
	},
}
