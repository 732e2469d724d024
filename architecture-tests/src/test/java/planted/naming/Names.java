package planted.naming;

/** Names that say nothing. */
public class Names {
    static class RowImpl {}

    static class StringUtils {}

    static class MapHelper {}

    static class PoolManager {}

    interface IRow {}

    abstract static class AbstractRow {}
}
