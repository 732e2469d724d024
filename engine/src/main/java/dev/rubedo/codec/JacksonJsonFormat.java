package dev.rubedo.codec;

import java.lang.reflect.Type;
import tools.jackson.databind.json.JsonMapper;

/** A JSON format that uses Jackson 3, by default with its default settings. Thread-safe. */
public final class JacksonJsonFormat implements JsonFormat {

    private final JsonMapper mapper;

    /** Creates a format with Jackson's defaults; called by the service loader. */
    public JacksonJsonFormat() {
        this(JsonMapper.builder().build());
    }

    /**
     * Creates a format with a custom mapper.
     *
     * @param mapper the mapper
     */
    public JacksonJsonFormat(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    @Override
    public Object read(String json, Type type) {
        return mapper.readValue(json, mapper.constructType(type));
    }
}
