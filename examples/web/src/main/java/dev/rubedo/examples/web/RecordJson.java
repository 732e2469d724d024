package dev.rubedo.examples.web;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper.Builder;

/** Converts records to JSON with Jackson. Thread-safe. */
final class RecordJson implements JsonMapper {

    private final ObjectMapper mapper = new Builder(new tools.jackson.core.json.JsonFactory()).build();

    @Override
    public String toJsonString(Object value, Type type) {
        return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T fromJsonString(String json, Type type) {
        return mapper.readValue(json, mapper.constructType(type));
    }
}
