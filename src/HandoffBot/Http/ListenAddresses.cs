using System.Net.Sockets;
using HandoffBot.Persistence;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace HandoffBot.Http;

/// <summary>The two sides: the public one, and the one for whoever runs the bot. Neither shows what the other one does.</summary>
internal sealed class ListenAddresses(PublicUrls publicUrls, IOptions<ManagementOptions> management)
    : IConfigureOptions<KestrelServerOptions>
{
    private readonly List<ListenOptions> publicSide = [];
    private ListenOptions? managementSide;

    /// <summary>Known once the bot has started, whatever port it got.</summary>
    public string PublicUrl => ListenAddress.Url(publicSide[0]);

    public string ManagementUrl => ListenAddress.Url(managementSide!);

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        ServerLimits.Set(options.Limits);
        foreach (var url in publicUrls.Read())
        {
            ListenAddress.Open(options, url, publicSide.Add);
        }

        ListenAddress.Open(options, management.Value.Url, OpenManagement);
    }

    /// <summary>Tried before the start, which would log a taken port with a stack.</summary>
    public void RefuseTaken()
    {
        foreach (var side in publicSide.Append(managementSide!))
        {
            try
            {
                using var probe = new TcpListener(side.IPEndPoint!);
                probe.Start();
            }
            catch (SocketException ex)
            {
                throw new StartRefusedException(
                    $"{ListenAddress.Url(side)} cannot be listened on ({ex.Message}): set Urls or Management:Url.",
                    ex
                );
            }
        }
    }

    private void OpenManagement(ListenOptions side)
    {
        managementSide = side;
        side.Use(next =>
            connection =>
            {
                connection.Features.Set(ManagementVisit.Mark);
                return next(connection);
            }
        );
    }
}
