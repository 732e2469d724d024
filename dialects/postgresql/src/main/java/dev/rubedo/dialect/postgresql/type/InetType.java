package dev.rubedo.dialect.postgresql.type;

/** PostgreSQL's {@code inet}. Immutable. */
enum InetType implements TextualType<Inet> {

    INET;

    @Override
    public String sqlName() {
        return "INET";
    }

    @Override
    public Class<Inet> javaType() {
        return Inet.class;
    }

    @Override
    public String write(Inet value) {
        return value.toString();
    }

    @Override
    public Inet read(String text) {
        return Inet.of(text);
    }
}
