package id.patuh.web.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses of clients, as limits count them. */
public final class Addresses {

    private static final int IPV6 = 16;
    private static final int NETWORK = 8;

    private Addresses() {}

    /** The address itself; of IPv6, where everybody has as many as he likes, the network that he has them of. */
    public static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6 ? Arrays.toString(Arrays.copyOf(bytes, NETWORK)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
