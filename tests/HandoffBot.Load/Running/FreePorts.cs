using System.Net;
using System.Net.Sockets;

namespace HandoffBot.Load.Running;

internal static class FreePorts
{
    // Below those the system gives to callers: one that tries a closed port again and again meets itself there one day.
    private static int next = 20_000 + (Environment.ProcessId % 10_000);

    /// <summary>The first of so many ports in a row that nobody listens on.</summary>
    public static int Take(int count)
    {
        for (; ; next++)
        {
            if (Enumerable.Range(next, count).All(IsFree))
            {
                var first = next;
                next += count;
                return first;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
