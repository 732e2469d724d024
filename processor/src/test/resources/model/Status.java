package blog;
public enum Status { ACTIVE, LOCKED }
