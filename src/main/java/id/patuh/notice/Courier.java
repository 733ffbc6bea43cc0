package id.patuh.notice;

/** Takes messages to recipients, by one channel. */
interface Courier {

    /**
     * Tries once, and returns in time, whatever the other side does.
     *
     * @param handOver to be called right before the message may be taken by the other side, where that must not happen twice
     */
    Outcome deliver(Parcel parcel, HandOver handOver);

    /** That a message is about to be taken by the other side. */
    @FunctionalInterface
    interface HandOver {

        /** @return whether the message still belongs to whoever calls; otherwise it must not be handed over */
        boolean isAllowed();
    }
}
