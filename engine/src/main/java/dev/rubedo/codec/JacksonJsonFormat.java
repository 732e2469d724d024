package dev.rubedo.codec;

import java.lang.reflect.Type;
import tools.jackson.databind.json.JsonMapper;

/** JSON by Jackson 3 with its defaults. Thread-safe. */
public final class JacksonJsonFormat implements JsonFormat {

    private final JsonMapper mapper;

    /** Creates a format with Jackson's defaults; called by the service loader. */
    public JacksonJsonFormat() {
        this(JsonMapper.builder().build());
    }

    /**
     * Creates a format with a mapper of your own.
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
